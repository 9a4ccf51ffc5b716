export function paragraph(document: Document, words: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.textContent = words;
  element.dir = 'auto';
  return element;
}

/** A named group of choices. */
export function fieldset(document: Document, name: string): { box: HTMLElement; options: HTMLElement } {
  const box = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = name;
  const options = document.createElement('div');
  options.className = 'options';
  box.append(legend, options);
  return { box, options };
}

/** A box to tick. Changes made by scripts of the page are ignored. */
export const checkbox = (document: Document, label: string, checked: boolean, changed: (on: boolean) => void): HTMLElement =>
  choice(document, 'checkbox', '', label, checked, changed);

/** One of several that belong together by their name. */
export const radio = (document: Document, name: string, label: string, checked: boolean, chosen: () => void): HTMLElement =>
  choice(document, 'radio', name, label, checked, chosen);

function choice(document: Document, type: 'checkbox' | 'radio', name: string, label: string, checked: boolean, changed: (on: boolean) => void): HTMLElement {
  const box = document.createElement('label');
  const input = document.createElement('input');
  input.type = type;
  input.name = name;
  input.checked = checked;
  input.addEventListener('change', (event) => {
    if (event.isTrusted) changed(input.checked);
  });
  const words = document.createElement('span');
  words.textContent = label;
  words.dir = 'auto';
  box.append(input, words);
  return box;
}

/** A patch of a colour beside its name. */
export function swatch(document: Document, colour: string): HTMLElement {
  const patch = document.createElement('span');
  patch.className = 'swatch';
  patch.style.background = colour;
  return patch;
}

/** What a tag is recognised as, beside it. */
export function themeMark(document: Document, names: readonly string[]): HTMLElement {
  const mark = document.createElement('small');
  mark.className = 'theme';
  mark.textContent = names.join(', ');
  mark.dir = 'auto';
  return mark;
}
