import type { LexiconRow } from './lexicon-model.ts';

/** English care words, our own list. Regular forms are generated; irregular ones stand under `words`. */
export const englishLexicon: readonly LexiconRow[] = [
  {
    cue: 'anger',
    value: -0.9,
    weight: 0.75,
    adjectives:
      'angry furious livid outraged enraged disgusted disgusting disgraceful outrageous shameful rude appalling appalled unacceptable insulting fuming infuriating vile despicable shameless',
    nouns: 'outrage disgrace scam fraud scammer rage insult liar thief',
    verbs: 'insult infuriate scam cheat',
    words: 'mad pissed wtf damn bloody fuck fucking shit bullshit crap lied lies infuriated fobbed 😡 🤬 😠 👿',
  },
  {
    cue: 'anger',
    value: -0.7,
    weight: 0.5,
    adjectives: 'ridiculous absurd pathetic idiotic ludicrous',
    words: 'joke ridiculously clowns',
  },
  {
    cue: 'disappointment',
    value: -0.7,
    weight: 0.75,
    adjectives: 'disappointed disappointing unhappy dissatisfied underwhelming dissapointed disapointed unsatisfied',
    nouns: 'disappointment letdown',
    verbs: 'disappoint',
    words: 'disappointingly gutted 😞 😔 😕',
  },
  { cue: 'disappointment', value: -0.4, weight: 0.55, words: 'shame unfortunately sadly pity 🙁 ☹' },
  {
    cue: 'frustration',
    value: -0.7,
    weight: 0.7,
    adjectives:
      'frustrated frustrating annoyed annoying irritated irritating infuriating exhausting aggravating maddening exasperated tiresome stressful hopeless exasperating',
    nouns: 'frustration nightmare hassle headache annoyance runaround ordeal',
    verbs: 'frustrate annoy irritate',
    words: 'ugh argh grr sigh stressed mess 😤 😩 😫 🤦 🤯',
  },
  {
    cue: 'frustration',
    value: -0.4,
    weight: 0.4,
    adjectives: 'confusing complicated inconvenient difficult unclear',
    words: 'impossible baffling',
  },
  {
    cue: 'sadness',
    value: -0.8,
    weight: 0.75,
    adjectives: 'sad heartbroken heartbreaking devastated grieving tearful bereaved',
    nouns: 'grief funeral sorrow bereavement widow widower miscarriage',
    verbs: 'cry grieve mourn weep',
    words: 'died crying cried deceased 😢 😭 💔 🖤',
  },
  {
    cue: 'worry',
    value: -0.5,
    weight: 0.7,
    adjectives: 'worried worrying anxious nervous scared afraid concerned concerning alarming frightened uneasy',
    nouns: 'anxiety panic',
    verbs: 'worry fear panic',
    words: '😟 😰 😨 😱',
  },
  {
    cue: 'unimportant',
    value: -0.7,
    weight: 0.65,
    words: 'ignored ignoring dismissed belittled fobbed overlooked neglected',
  },
  {
    cue: 'failure',
    value: -0.5,
    weight: 0.55,
    adjectives: 'broken faulty defective damaged unreachable unusable malfunctioning',
    nouns: 'outage glitch bug malfunction',
    verbs: 'crash malfunction glitch',
    words: 'failed fails cracked leaking torn shattered overcharged misplaced',
  },
  {
    cue: null,
    value: -0.6,
    weight: 0.5,
    adjectives:
      'bad poor terrible horrible awful useless dreadful slow unprofessional unreliable unfriendly dirty incompetent unfair worst hopeless rubbish abysmal atrocious shoddy lousy',
    words: 'worse worst horrendous disaster shambles 👎 💩',
  },
  {
    cue: 'gratitude',
    value: 0.6,
    weight: 0.8,
    adjectives: 'thankful grateful',
    verbs: 'thank appreciate',
    words: 'thanks thx cheers kudos ta 🙏',
  },
  {
    cue: 'joy',
    value: 0.8,
    weight: 0.7,
    adjectives:
      'happy delighted amazing wonderful fantastic brilliant excellent awesome thrilled pleased perfect fabulous superb lovely great glad outstanding magical satisfied',
    verbs: 'love enjoy',
    words: 'yay hooray wow loving 😍 🥰 🎉 🥳 🤩 🏆 🎶 🙌',
  },
  {
    cue: null,
    value: 0.45,
    weight: 0.4,
    adjectives: 'good nice helpful friendly quick kind polite clear tasty smooth cool decent fair impressive',
    words: 'best better fast well 👍 👏 👌 😀 😃 😄 😊 ❤',
  },
];

/** Words that turn the meaning of an evaluative word shortly after them. */
export const englishNegators =
  "not no never nothing none without hardly barely nobody neither nor isn't wasn't aren't weren't don't doesn't didn't can't couldn't won't wouldn't haven't hasn't hadn't ain't";

/** Words that strengthen the next evaluative word. */
export const englishIntensifiers =
  'very really so extremely absolutely totally completely utterly incredibly super truly deeply beyond highly such most bloody';

/** Words that weaken the next evaluative word. */
export const englishDampers = 'bit slightly somewhat fairly little kinda rather';

/** Strong words that only strengthen when a positive word follows. */
export const englishInverters = 'terribly awfully ridiculously insanely incredibly crazy stupidly absurdly';
