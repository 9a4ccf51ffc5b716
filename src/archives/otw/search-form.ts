import type { SearchForm } from '../../domain/search-form';

/** Finds the filter of a listing of works; null where the page has none. */
export function searchForm(document: Document): SearchForm | null {
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
