import type { MessageDelivery } from '#server/modules/conversations/index.ts';
import type { LocalText } from '#shared/local-text.ts';

const texts: Readonly<Record<string, LocalText>> = {
  rateLimited: {
    nl: 'Het platform vraagt om even te wachten; we proberen het zo opnieuw.',
    en: 'The platform asks us to wait; we will try again shortly.',
  },
  unauthorised: {
    nl: 'Het kanaal is niet meer gekoppeld. Vraag een beheerder om het opnieuw te verbinden.',
    en: 'The channel is no longer connected. Ask an admin to reconnect it.',
  },
  windowClosed: {
    nl: 'Het antwoordvenster van het platform is gesloten; dit bericht is niet verstuurd.',
    en: "The platform's reply window has closed; this message was not sent.",
  },
  rejected: {
    nl: 'Het platform weigerde dit bericht. Pas het aan of kies een ander kanaal.',
    en: 'The platform refused this message. Change it or choose another channel.',
  },
  unreachable: {
    nl: 'Het platform is niet bereikbaar; we proberen het opnieuw.',
    en: 'The platform cannot be reached; we are trying again.',
  },
  uncertain: {
    nl: 'Misschien verstuurd: het platform gaf geen duidelijk antwoord. Kijk of de klant het heeft, en kies dan.',
    en: 'Perhaps sent: the platform gave no clear answer. Check whether the customer has it, then choose.',
  },
};

/** What an agent is told about a delivery's problem; the platform's code stands behind it for the administrator. */
export function problemText(problem: MessageDelivery['problem']): LocalText | null {
  if (!problem) return null;
  const text = texts[problem.kind] ?? texts.rejected;
  if (!text) return null;
  const code = problem.code === '' ? '' : ` (${problem.code})`;
  return { nl: `${text.nl}${code}`, en: `${text.en}${code}` };
}
