/** An archive's own filter beside a listing, into which rules can be put; absent fields are null, since forms differ from page to page. */
export interface SearchForm {
  form: HTMLFormElement;
  /** Names of tags to leave out, with commas between. */
  excludedTags: HTMLInputElement | null;
  wordsFrom: HTMLInputElement | null;
  wordsTo: HTMLInputElement | null;
  language: HTMLSelectElement | null;
  /** Choice of a field by its value: `T` only these, `F` none of these. */
  choice(field: 'crossover' | 'complete', value: 'T' | 'F'): HTMLInputElement | null;
  /** The box that leaves out a rating, a warning or a category of this name. */
  excluding(name: string): HTMLInputElement | null;
}
