/** Words by which a text speaks of its own house and to its customer, in the languages pages come in most. */
const HOUSE =
  /^(?:we|we're|we’re|we've|we’ve|we'll|we’ll|our|ours|us|wir|unser|unsere|unserem|unseren|unserer|unseres|uns|nous|notre|nos|nuestro|nuestra|nuestros|nuestras|nosotros|noi|nostro|nostra|nostri|nostre|nós|nosso|nossa|nossos|nossas|wij|onze|ons|nasz|nasza|nasze|nasi|naszych|наш|наша|наше|наші|наши|мы|ми|bizim|vår|våra|våre|vores|meidän)$/iu;
const CUSTOMER =
  /^(?:you|you're|you’re|you'll|you’ll|your|yours|vous|votre|vos|usted|ustedes|você|uw|jij|jouw|twój|twoje|państwa|вы|вас|ваш|ваша|ваши|ви|siz|sizin|din|dina|dine|sinun)$/iu;
const AUTHOR =
  /^(?:i|i'm|i’m|i've|i’ve|my|me|ich|mein|meine|meinem|meinen|mir|mich|je|j'ai|j’ai|mon|ma|mes|yo|mi|mis|io|mio|mia|eu|meu|minha|ik|mijn|ja|mój|moje|я|мой|моя|мій|ben|benim|jag|min|mitt|jeg|minä)$/iu;
/** The polite German form is told from "she" and "they" by its capital alone. */
const POLITE = /^(?:Sie|Ihr|Ihre|Ihrem|Ihren|Ihrer|Ihnen)$/;
/** He, she, said, was: a report about others. */
const REPORT =
  /^(?:he|she|his|her|hers|him|they|their|said|says|was|were|had|er|sein|seine|war|waren|hatte|sagte|elle|était|avait|dit|él|ella|dijo|fue|disse|hij|zei|był|była|powiedział|он|она|был|была|сказал|він|вона|був|була|hon|oli)$/iu;

/** How a text speaks: shares per 100 words of "we", "you", "I" and of report, and how long its words and sentences are. */
export function measureVoice(text: string): Record<string, number> {
  const words = text.match(/[\p{L}’']+/gu) ?? [];
  const share = (pattern: RegExp) =>
    words.length === 0
      ? 0
      : (100 * words.filter((word) => word.length < 11 && pattern.test(word)).length) / words.length;
  const sentences = text.split(/[.!?。！？](?=\s|$)/).length;
  return {
    voiceHouse: share(HOUSE),
    voiceCustomer: share(CUSTOMER) + share(POLITE),
    voiceAuthor: share(AUTHOR),
    voiceReport: share(REPORT),
    voiceSentence: words.length / sentences,
    voiceCommas: words.length === 0 ? 0 : (100 * (text.match(/[,，、]/g) ?? []).length) / words.length,
    voiceExclaims: (100 * (text.match(/[!！]/g) ?? []).length) / sentences,
    voiceNumbers: words.length === 0 ? 0 : (100 * (text.match(/\d+/g) ?? []).length) / words.length,
    voiceQuotes: words.length === 0 ? 0 : (100 * (text.match(/[“”„«»"]/g) ?? []).length) / words.length,
  };
}
