import type { Bilingual } from '../emotion/cue-model.ts';
import { addDays, localDateOf, localTimeOf, weekdayOf } from '../time/zoned-time.ts';

const daysNl = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const daysEn = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthsNl = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const monthsEn = 'January February March April May June July August September October November December'.split(' ');
const namedDays = 6;

function dayInWords(date: string, today: string): Bilingual {
  if (date === today) return { nl: 'vandaag', en: 'today' };
  if (date === addDays(today, 1)) return { nl: 'morgen', en: 'tomorrow' };
  const weekday = weekdayOf(date);
  const name = { nl: daysNl[weekday] ?? '', en: daysEn[weekday] ?? '' };
  if (date <= addDays(today, namedDays)) return name;
  const [, month = 1, day = 1] = date.split('-').map(Number);
  return {
    nl: `${name.nl} ${String(day)} ${monthsNl[month - 1] ?? ''}`,
    en: `${name.en} ${String(day)} ${monthsEn[month - 1] ?? ''}`,
  };
}

/** A moment as an agent would write it ("morgen om 17.00 uur", "Tuesday at 5 pm"), seen from `now` in the zone of the team. */
export function momentInWords(at: Date, now: Date, timeZone: string): Bilingual {
  const day = dayInWords(localDateOf(at, timeZone), localDateOf(now, timeZone));
  const time = localTimeOf(at, timeZone);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const half = hour < 12 ? 'am' : 'pm';
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return { nl: `${day.nl} om ${time.replace(':', '.')} uur`, en: `${day.en} at ${String(twelve)}${minutes} ${half}` };
}
