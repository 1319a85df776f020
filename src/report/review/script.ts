/** The script of the review page: filters, and moving from change to change by keys. It adds nothing to the page. */
export const SCRIPT = `
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const bar = document.querySelector('.filters');
  const help = document.querySelector('dialog');
  const count = bar.querySelector('output');
  const selects = all('select', bar);
  const notes = all('.note');
  let current;

  const matches = (note) => selects.every(({ name, value }) =>
    value === '' || (note.dataset[name] ?? '').split(' ').includes(value));
  const visible = () => notes.filter((note) => !note.hidden);

  const select = (note) => {
    current?.classList.remove('current');
    current?.removeAttribute('aria-current');
    current = note;
    if (note === undefined) return;
    note.classList.add('current');
    note.setAttribute('aria-current', 'true');
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: 'center' });
  };

  const say = () => {
    const shown = visible();
    const at = shown.indexOf(current) + 1;
    count.textContent = at === 0
      ? shown.length + ' of ' + notes.length + ' places'
      : 'place ' + at + ' of ' + shown.length;
  };

  const filter = () => {
    const isFiltered = selects.some(({ value }) => value !== '');
    for (const note of notes) note.hidden = !matches(note);
    const hasShown = (element) => element.querySelector('.note:not([hidden])') !== null;
    for (const row of all('tr.notes, tbody.hunk')) row.hidden = !hasShown(row);
    for (const file of all('section.file')) file.hidden = isFiltered && !hasShown(file);
    if (current?.hidden) select(undefined);
    say();
  };

  const move = (step) => {
    const shown = visible();
    const at = shown.indexOf(current);
    const next = at === -1 ? (step > 0 ? 0 : shown.length - 1) : at + step;
    if (shown[next] !== undefined) select(shown[next]);
    say();
  };

  const clear = () => {
    for (const one of selects) one.value = '';
    filter();
  };

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    f: () => selects[0].focus(),
    c: clear,
    '?': () => help.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target instanceof HTMLSelectElement) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  for (const one of selects) one.addEventListener('change', filter);
  for (const [name, action] of [['next', keys.j], ['previous', keys.k], ['clear', keys.c], ['help', keys['?']]]) {
    bar.querySelector('[name=' + name + ']').addEventListener('click', action);
  }
  bar.hidden = false;
  filter();
})();
`;
