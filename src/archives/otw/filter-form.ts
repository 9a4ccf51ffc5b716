/** The archive's own filter beside a listing; absent fields are null, since forms differ from page to page. */
export interface FilterForm {
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

/** Finds the filter of a listing of works; null where the page has none. */
export function filterForm(document: Document): FilterForm | null {
  const form = document.querySelector<HTMLFormElement>('form#work-filters');
  if (form === null) return null;
  const field = (name: string): HTMLInputElement | null => form.querySelector(`input[name="work_search[${name}]"]`);
  return {
    form,
    excludedTags: field('excluded_tag_names'),
    wordsFrom: field('words_from'),
    wordsTo: field('words_to'),
    language: form.querySelector('select[name="work_search[language_id]"]'),
    choice: (name, value) => form.querySelector(`input[name="work_search[${name}]"][value="${value}"]`),
    excluding: (name) =>
      [...form.querySelectorAll<HTMLInputElement>('input[name^="exclude_work_search["]')].find(
        (box) =>
          box
            .closest('label')
            ?.textContent?.trim()
            .replace(/\s*\(\d[\d,]*\)$/, '') === name,
      ) ?? null,
  };
}
