// Heads of compounds that mean the same with any first part: "internetstoring" is a "storing", "retourpakket" a "pakket".
const dutchHeads =
  'bedrag prijs tarief premie huur storing factuur rekening pakket pakketje bestelling betaling terugbetaling levering bezorger monteur verbinding medewerker afdeling vergoeding verzekering abonnement contract nota melding aanvraag kaart kaartje ticket code pas trein bus lift service dienst website site app termijn verhoging kosten vertraging lekkage lek bevestiging herinnering gegevens adres account dossier nummer afspraak beloning boete zooi bedrijf tent winkel bank ketel verwarming router modem machine apparaat toestel toilet kamer chatbot bot review recensie'
    .split(' ')
    .sort((a, b) => b.length - a.length);

// Fewer letters than this before a head make another word: "kast|eel" is no compound.
const shortestFirstPart = 3;

function otherEndings(form: string): string[] {
  if (form.endsWith('dt')) return [form.slice(0, -1), `${form.slice(0, -2)}t`];
  if (form.endsWith('d')) return [`${form.slice(0, -1)}t`];
  if (form.endsWith('t')) return [`${form.slice(0, -1)}d`];
  return form.length >= 5 && form.endsWith('e') ? [`${form}n`] : [];
}

/** Other spellings of a Dutch word that no rule knows: -d for -t and back, a single letter for a double one, a dropped -n, a compound's head. */
export function dutchSpellings(form: string): string[] {
  const found = otherEndings(form);
  if (form.length >= 6) {
    const single = form.replaceAll(/([b-df-hj-np-tv-z])\1/g, '$1');
    if (single !== form) found.push(single);
    if (form.includes('ei')) found.push(form.replace('ei', 'ij'));
    if (form.includes('ij')) found.push(form.replace('ij', 'ei'));
  }
  if (form.includes("'")) found.push(form.replaceAll("'", ''));
  if (form.includes('-')) found.push(form.replaceAll('-', ''));
  if (form.length >= 7) {
    const head = dutchHeads.find((part) => form.endsWith(part) && form.length - part.length >= shortestFirstPart);
    if (head !== undefined) found.push(head);
  }
  return found;
}

/** Other spellings of an English word that no rule knows: "company's", a letter doubled or single. */
export function englishSpellings(form: string): string[] {
  const found: string[] = [];
  if (form.endsWith("'s")) found.push(form.slice(0, -2));
  if (form.includes('-')) found.push(form.replaceAll('-', ''));
  if (form.length >= 6) {
    const single = form.replaceAll(/([b-df-hj-np-tv-z])\1/g, '$1');
    if (single !== form) found.push(single);
  }
  return found;
}
