import type { SendMeaning } from '#server/channels/errors.ts';
import type { LocalText } from '#shared/local-text.ts';

/** What an agent should know and do about each meaning of a refusal (docs/send-errors.md lists the platforms' codes). */
export const sendAdvice: Readonly<Record<SendMeaning, LocalText>> = {
  windowClosed: {
    nl: 'Het antwoordvenster van het platform is gesloten; dit bericht is niet verstuurd. Wacht tot de klant weer schrijft of gebruik een ander kanaal.',
    en: "The platform's reply window has closed; this message was not sent. Wait until the customer writes again or use another channel.",
  },
  templateNeeded: {
    nl: 'De klant schreef meer dan 24 uur geleden; dit bericht is niet verstuurd. Open het gesprek opnieuw met een sjabloon.',
    en: 'The customer wrote more than 24 hours ago; this message was not sent. Open the conversation again with a template.',
  },
  blockedByCustomer: {
    nl: 'De klant neemt hier geen berichten van ons aan. Probeer het niet opnieuw; gebruik een ander kanaal als de klant dat zelf gaf.',
    en: 'The customer takes no messages from us here. Do not try again; use another channel if the customer gave one.',
  },
  customerUnreachable: {
    nl: 'Het bericht kan bij deze klant niet worden afgeleverd (geen account, een oude app of voorwaarden niet aanvaard). Gebruik een ander kanaal.',
    en: 'The message cannot be delivered to this customer (no account, an old app, or terms not accepted). Use another channel.',
  },
  optedOut: {
    nl: 'De klant heeft zich afgemeld voor dit soort berichten. Respecteer dat; wacht tot de klant zelf schrijft.',
    en: 'The customer opted out of this kind of message. Respect that; wait until the customer writes.',
  },
  heldBack: {
    nl: 'Het platform hield dit bericht tegen om de klant niet te overladen. Probeer het niet meteen opnieuw; een gewoon antwoord kan zodra de klant schrijft.',
    en: 'The platform held this message back so as not to flood the customer. Do not try again at once; a normal reply is possible once the customer writes.',
  },
  tokenExpired: {
    nl: 'Het kanaal is niet meer gekoppeld: de toegang is verlopen. Vraag een beheerder om het opnieuw te verbinden en verstuur dan opnieuw.',
    en: 'The channel is no longer connected: its access has expired. Ask an admin to reconnect it, then send again.',
  },
  permissionMissing: {
    nl: 'Het platform geeft ons hier geen recht voor. Vraag een beheerder om het kanaal opnieuw te verbinden, met alle rechten.',
    en: 'The platform gives us no permission for this. Ask an admin to reconnect the channel with all permissions.',
  },
  accountRestricted: {
    nl: 'Het platform heeft ons account beperkt of geblokkeerd. Een beheerder ziet op het platform waarom; tot dan gaat hier niets uit.',
    en: 'The platform restricted or blocked our account. An admin can see why on the platform; until then nothing goes out here.',
  },
  accountSetup: {
    nl: 'Ons account is op het platform niet op orde (betaling, certificaat, onderhoud of testlijst). Vraag een beheerder dit daar te herstellen.',
    en: 'Our account is not in order on the platform (payment, certificate, maintenance or test list). Ask an admin to mend it there.',
  },
  rateLimited: {
    nl: 'Het platform vraagt om even te wachten; we proberen het zo opnieuw.',
    en: 'The platform asks us to wait; we will try again shortly.',
  },
  customerRateLimited: {
    nl: 'We sturen deze klant te snel achter elkaar berichten; we proberen het over enkele seconden opnieuw.',
    en: 'We are sending this customer messages too quickly; we will try again in a few seconds.',
  },
  tooLong: {
    nl: 'De tekst is te lang voor dit kanaal; hij is niet verstuurd. Maak hem korter.',
    en: 'The text is too long for this channel and was not sent. Make it shorter.',
  },
  invalidMessage: {
    nl: 'Het platform kan dit bericht zo niet verwerken. Pas het aan; blijft het zo, meld het dan bij een beheerder.',
    en: 'The platform cannot handle this message as it is. Change it; if that does not help, tell an admin.',
  },
  unsupportedContent: {
    nl: 'Dit soort bericht kent het platform niet. Stuur het als gewone tekst.',
    en: 'The platform does not know this kind of message. Send it as plain text.',
  },
  mediaRejected: {
    nl: 'Het platform nam het bestand niet aan. Controleer soort en grootte, en voeg het opnieuw toe.',
    en: 'The platform did not take the file. Check its kind and size and add it again.',
  },
  templateInvalid: {
    nl: 'Het sjabloon klopt niet: het bestaat niet in deze taal, of de ingevulde waarden passen niet. Haal de lijst opnieuw op en vul alles in.',
    en: 'The template does not fit: it does not exist in this language, or the values do not suit it. Fetch the list again and fill in everything.',
  },
  templatePaused: {
    nl: 'Het platform heeft dit sjabloon gepauzeerd of uitgezet. Kies een ander sjabloon.',
    en: 'The platform paused or disabled this template. Choose another.',
  },
  duplicate: {
    nl: 'Het platform kent precies deze tekst al: een eerdere poging kwam waarschijnlijk aan. Kijk op het kanaal; zo ja, kies "Is wel verstuurd", zo nee, verander de tekst.',
    en: 'The platform already has exactly this text: an earlier try probably arrived. Look on the channel; if so, mark it as sent, if not, change the text.',
  },
  looksAutomated: {
    nl: 'Het platform houdt dit bericht voor automatisch. Schrijf het persoonlijker en probeer het later opnieuw.',
    en: 'The platform takes this message for an automatic one. Write it more personally and try again later.',
  },
  targetGone: {
    nl: 'Het bericht waarop je antwoordt bestaat niet meer. Antwoord op een ander bericht of privé.',
    en: 'The post you reply to no longer exists. Reply to another one, or in private.',
  },
  refused: {
    nl: 'Het platform weigerde dit bericht. Pas het aan of kies een ander kanaal.',
    en: 'The platform refused this message. Change it or choose another channel.',
  },
  unavailable: {
    nl: 'Misschien verstuurd: het platform gaf geen duidelijk antwoord. Kijk of de klant het heeft, en kies dan.',
    en: 'Perhaps sent: the platform gave no clear answer. Check whether the customer has it, then choose.',
  },
  unreachable: {
    nl: 'Het platform is niet bereikbaar; we proberen het opnieuw.',
    en: 'The platform cannot be reached; we are trying again.',
  },
};
