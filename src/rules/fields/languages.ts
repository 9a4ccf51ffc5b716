/*
 * Languages by the codes of the archives (OTW's own, four letters at most, not BCP 47) with the names under which
 * pages and readers know them. A code that is not in the table (`xx`, `xxYY`) is taken as it is: archives add languages.
 */

/** code: names, the archive's own first. */
const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'English',
  fr: 'Français|French',
  de: 'Deutsch|German',
  es: 'Español|Spanish',
  it: 'Italiano|Italian',
  ru: 'Русский|Russian',
  zh: '中文-普通话 國語|中文|中文-普通话|國語|Chinese|Mandarin|Mandarin Chinese',
  yue: '中文-广东话 粵語|Cantonese|粵語',
  nan: '中文-閩南語 臺語|Hokkien|Min Nan',
  wuu: '中文-吴语|Wu Chinese',
  hak: '中文-客家话|Hakka',
  ja: '日本語|Japanese',
  ko: '한국어|Korean',
  ptBR: 'Português brasileiro|Brazilian Portuguese|pt-BR',
  ptPT: 'Português europeu|Português|Portuguese|European Portuguese|pt-PT|pt',
  pl: 'Polski|Polish',
  cs: 'Čeština|Czech',
  hu: 'Magyar|Hungarian',
  uk: 'Українська|Ukrainian',
  tr: 'Türkçe|Turkish',
  vi: 'Tiếng Việt|Vietnamese',
  id: 'Bahasa Indonesia|Indonesian',
  ms: 'Bahasa Malaysia|Malay',
  th: 'ไทย|Thai',
  fil: 'Filipino|Wikang Filipino|Tagalog',
  nl: 'Nederlands|Dutch',
  sv: 'Svenska|Swedish',
  da: 'Dansk|Danish',
  no: 'Norsk|Norwegian',
  fi: 'suomi|Finnish',
  is: 'Íslenska|Icelandic',
  et: 'eesti keel|Estonian',
  lv: 'Latviešu valoda|Latvian',
  lt: 'Lietuvių kalba|Lithuanian',
  ro: 'Română|Romanian',
  bg: 'Български|Bulgarian',
  el: 'Ελληνικά|Greek',
  he: 'עברית|Hebrew',
  ar: 'العربية|Arabic',
  fa: 'فارسی|Farsi|Persian',
  urd: 'اردو|Urdu',
  hi: 'हिन्दी|Hindi',
  bn: 'বাংলা|Bengali|Bangla',
  ta: 'தமிழ்|Tamil',
  tel: 'తెలుగు|Telugu',
  ml: 'മലയാളം|Malayalam',
  mr: 'मराठी|Marathi',
  pa: 'ਪੰਜਾਬੀ|Punjabi',
  kan: 'ಕನ್ನಡ|Kannada',
  si: 'සිංහල|Sinhala',
  sr: 'Српски|Serbian',
  hr: 'Hrvatski|Croatian',
  bos: 'Bosanski|Bosnian',
  slv: 'Slovenščina|Slovenian|Slovene',
  sk: 'Slovenčina|Slovak',
  sq: 'Shqip|Albanian',
  mk: 'македонски|Macedonian',
  be: 'беларуская|Belarusian',
  kat: 'ქართული|Georgian',
  hy: 'Հայերեն|Armenian',
  kaz: 'Қазақша|Kazakh',
  mon: 'Монгол хэл|Mongolian',
  ca: 'Català|Catalan',
  eu: 'Euskara|Basque',
  gl: 'Galego|Galician',
  oc: 'Occitan',
  br: 'Breton',
  cy: 'Cymraeg|Welsh',
  ga: 'Gaeilge|Irish',
  gd: 'Gàidhlig|Scottish Gaelic',
  sco: 'Scots',
  lb: 'Lëtzebuergesch|Luxembourgish',
  af: 'Afrikaans',
  so: 'af Soomaali|Somali',
  sw: 'Kiswahili|Swahili',
  zu: 'isiZulu|Zulu',
  ht: 'kreyòl ayisyen|Haitian Creole',
  la: 'Lingua latina|Latin',
  eo: 'Esperanto',
  ia: 'Interlingua',
  tlh: 'tlhIngan-Hol|Klingon',
  tok: 'Toki Pona',
  qya: 'Quenya',
  sjn: 'Sindarin',
  ang: 'Old English|Eald Englisċ',
  yi: 'ייִדיש|Yiddish',
  bod: 'བོད་སྐད་|Tibetan',
  khm: 'ខ្មែរ|Khmer',
  my: 'မြန်မာဘာသာ|Burmese',
  haw: 'ʻŌlelo Hawaiʻi|Hawaiian',
  mri: 'te reo Māori|Māori|Maori',
  ase: 'American Sign Language|ASL',
  mt: 'Malti|Maltese',
  ku: 'کوردی|Kurdish',
};

const plain = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[-_](?=br$|pt$)/, '');

const codes = new Map<string, string>();
for (const [code, names] of Object.entries(LANGUAGES))
  for (const name of [code, ...names.split('|')]) if (!codes.has(plain(name))) codes.set(plain(name), code);

/** The archive's code for a code or a name, in any case: `pt-BR`, "English"; undefined for what is neither. */
export function languageCode(text: string): string | undefined {
  return codes.get(plain(text)) ?? (/^[a-z]{2,3}(?:-?[A-Z]{2})?$/.test(text.trim()) ? text.trim().replace('-', '') : undefined);
}

export const languageCodes: readonly string[] = Object.keys(LANGUAGES);

/** Every code and every name, to find the one that was meant. */
export const languageSpellings: readonly string[] = Object.entries(LANGUAGES).flatMap(([code, names]) => [...names.split('|'), code]);

/** Names for a list to choose from: today's on the archives. */
export const languageNames: readonly { code: string; name: string }[] = Object.entries(LANGUAGES).map(([code, names]) => ({
  code,
  name: names.split('|')[0] ?? code,
}));
