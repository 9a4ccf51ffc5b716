/**
 * Codes for the names of languages, for markup before June 2023, which states no code. The archive's languages
 * that have the most works, with the names they had then and have now; others are known by name only.
 * Source: the language list of AO3's search form, January 2026, and pages of 2018.
 */
const NAMES =
  'afr:Afrikaans|ar:العربية|id:Bahasa Indonesia|ms:Bahasa Malaysia|bg:Български|bn:বাংলা|be:беларуская|bos:Bosanski|ca:Català|cs:Čeština|cy:Cymraeg|da:Dansk|' +
  'de:Deutsch|et:eesti keel|el:Ελληνικά|en:English|es:Español|eo:Esperanto|eu:Euskara|fa:فارسی|fil:Filipino|fr:Français|ga:Gaeilge|gl:Galego|ko:한국어|' +
  'hi:हिन्दी|hr:Hrvatski|is:Íslenska|it:Italiano|he:עברית|sw:Kiswahili|lv:Latviešu valoda|lt:Lietuvių kalba|la:Lingua latina|hu:Magyar|mk:македонски|' +
  'nl:Nederlands|ja:日本語|no:Norsk|pl:Polski|ptBR:Português brasileiro|ptPT:Português europeu|qya:Quenya|ro:Română|ru:Русский|sco:Scots|sq:Shqip|' +
  'sjn:Sindarin|sk:Slovenčina|slv:Slovenščina|sr:Српски|fi:suomi|sv:Svenska|ta:தமிழ்|th:ไทย|vi:Tiếng Việt|tlh:tlhIngan-Hol|tok:toki pona|tr:Türkçe|' +
  'uk:Українська|yi:יידיש|yue:中文-广东话 粵語|zh:中文-普通话 國語|zh:中文';

let codes: Map<string, string> | undefined;

/** The archive's code for a language's own name; `null` when the name is not in the table. */
export function languageCode(name: string): string | null {
  codes ??= new Map(NAMES.split('|').map((entry) => [entry.slice(entry.indexOf(':') + 1), entry.slice(0, entry.indexOf(':'))]));
  return codes.get(name) ?? null;
}
