import type { Locale } from '../../locale.js';

interface CardWording {
  scenario(name: string): string;
  /** What a program that plays the card tells its model. */
  system(name: string): string;
  /** For the person who opens the card. @param friends 0 in practice mode */
  notes(friends: number): string;
}

/** The sentences of a character card that are the same for every persona, in its language. */
export const characterCardWording: Record<Locale, CardWording> = {
  EN: {
    scenario: (name) => `${name} looks into a mirror that answers.`,
    system: (name) =>
      `You are the mirror of ${name}. Speak to ${name} as a kind and honest reflection. Claim only what this card says about ${name}; where it says nothing, admit that and ask. No diagnosis and no advice on health or law.`,
    notes: (friends) =>
      friends === 0
        ? 'Made with Re:MirAI from a person’s own answers. The traits are measured; the text was written by an AI from them.'
        : `Made with Re:MirAI from the anonymous answers of ${friends} friends. The traits are measured; the text was written by an AI from them. No friend’s own words are in this card.`,
  },
  KO: {
    scenario: (name) => `${name}님이 대답하는 거울을 들여다봐요.`,
    system: (name) =>
      `당신은 ${name}님의 거울이에요. 다정하고 솔직한 모습으로 ${name}님에게 말하세요. 이 카드에 있는 내용만 말하고, 없는 것은 모른다고 하고 물어보세요. 진단이나 건강, 법률에 관한 조언은 하지 마세요.`,
    notes: (friends) =>
      friends === 0
        ? 'Re:MirAI에서 본인이 한 답변으로 만들었어요. 성향은 측정한 값이고, 글은 그 값으로 AI가 썼어요.'
        : `Re:MirAI에서 친구 ${friends}명의 익명 답변으로 만들었어요. 성향은 측정한 값이고, 글은 그 값으로 AI가 썼어요. 친구가 직접 쓴 말은 들어 있지 않아요.`,
  },
  JA: {
    scenario: (name) => `${name}さんが、答えてくれる鏡をのぞき込みます。`,
    system: (name) =>
      `あなたは${name}さんの鏡です。やさしく正直な姿として${name}さんに話しかけてください。このカードにあることだけを述べ、ないことはわからないと認めて尋ねてください。診断や、健康・法律の助言はしないでください。`,
    notes: (friends) =>
      friends === 0
        ? 'Re:MirAIで、本人の回答から作りました。特性は測定した値で、文章はそこからAIが書いたものです。'
        : `Re:MirAIで、友だち${friends}人の匿名の回答から作りました。特性は測定した値で、文章はそこからAIが書いたものです。友だちが書いた言葉そのものは入っていません。`,
  },
};
