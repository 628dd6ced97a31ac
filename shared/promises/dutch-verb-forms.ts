const particles =
  /^(terug|op|af|uit|na|in|aan|door|over|toe|bij|klaar|vast|mee|om|voor|langs|recht|goed|schoon|samen|weg|los|tegen|vrij|thuis|rond|neer|verder|na)(?=[a-z]{4})/;
const unstressedPrefix = /^(?:be|ver|her|ont|ge|er)(?!llen$)(?=[a-z]{4})/;

/** The stems that an infinitive can have: "sturen" stuur, "bellen" bel, "geven" geef; a wrong extra one does no harm. */
function stemsOf(infinitive: string): string[] {
  const bare = infinitive.endsWith('en') ? infinitive.slice(0, -2) : infinitive.slice(0, -1);
  const sharp = bare.replace(/v$/, 'f').replace(/z$/, 's');
  if (/([bcdfghjklmnpqrstvwxz])\1$/.test(sharp)) return [sharp.slice(0, -1)];
  const open = /(^|[^aeiou])([aeou])([bcdfghjklmnpqrst])$/.exec(sharp);
  return open ? [`${sharp.slice(0, -2)}${open[2] ?? ''}${sharp.slice(-2)}`, sharp] : [sharp];
}

function participlesOf(base: string, stem: string): string[] {
  const ending = /[td]$/.test(stem) ? [''] : ['t', 'd'];
  const start = unstressedPrefix.test(base) ? '' : 'ge';
  return ending.map((last) => `${start}${stem}${last}`);
}

/** The present forms of a separable verb without its particle: "opstellen" gives stellen, stel, stelt; none for any other verb. */
export function separatedForms(infinitive: string): string[] {
  const particle = particles.exec(infinitive)?.[1] ?? '';
  if (particle === '') return [];
  const base = infinitive.slice(particle.length);
  return [base, ...stemsOf(base).flatMap((stem) => [stem, `${stem}t`.replace(/tt$/, 't')])];
}

/** All forms of a Dutch verb: present tense, infinitive and participles; a separable one ("terugbellen") in its joined forms. */
export function dutchVerbForms(
  infinitive: string,
  strongParticiple?: string,
): {
  present: string[];
  participles: string[];
} {
  const particle = particles.exec(infinitive)?.[1] ?? '';
  const base = infinitive.slice(particle.length);
  const stems = stemsOf(base);
  const present = [infinitive, ...stems.flatMap((stem) => [`${particle}${stem}`, `${particle}${stem}t`])];
  if (particle) present.push(`${particle}te${base}`);
  const weak = stems.flatMap((stem) => participlesOf(base, stem));
  const participles = (strongParticiple ? [strongParticiple] : weak).map((form) => `${particle}${form}`);
  return { present: present.map((form) => form.replace(/tt$/, 't').replace(/dt$/, 'dt')), participles };
}
