/** Words that tell that a problem is over. */
export const solvedPhrases: readonly string[] = [
  'opgelost|gelukt|geregeld|verholpen|hersteld|geholpen|terecht|opgelucht',
  'werkt|doet ..2 weer',
  'zo ..2 goed|netjes|snel|fijn ..3 opgelost|geholpen|geregeld|gerepareerd|gemaakt',
  'gerepareerd|vervangen|teruggevonden|teruggestort',
  'sorted|solved|fixed|resolved|handled|repaired|replaced',
  'working again|fine|perfectly',
  'eerst|vorig ..20 dit|nu|inmiddels perfect|top|goed|prima',
  'at first',
];
