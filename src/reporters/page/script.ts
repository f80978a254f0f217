// What the page does for readers with script: find, copy, and renew itself. It reads well without.

/** The one script of the page; it puts no text into the page but what the same server wrote. */
export const SCRIPT = `
const say = (what, number) => document.body.dataset[what].replace('#', number);
const all = (what, from) => [...from.querySelectorAll(what)];
const tools = () => {
  for (const one of all('[data-tool]', document)) one.hidden = false;
  const find = document.getElementById('find');
  const bad = document.getElementById('bad');
  if (!find) return;
  const apply = () => {
    const words = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const one of all('details[data-agents]', document)) {
      one.text ??= one.textContent.toLowerCase();
      one.hidden = (bad.checked && !one.dataset.bad) || !words.every((word) => one.text.includes(word));
      if (!one.hidden) shown += Number(one.dataset.agents);
    }
    document.getElementById('found').textContent = words.length || bad.checked ? say('shown', shown) : '';
  };
  find.oninput = bad.onchange = apply;
  apply();
};
document.addEventListener('click', async ({ target }) => {
  const pre = target.dataset?.tool === 'copy' && target.parentElement.querySelector('pre');
  if (!pre) return;
  try {
    await navigator.clipboard.writeText(pre.textContent);
    target.textContent = say('copied');
  } catch {
    getSelection().selectAllChildren(pre);
  }
});
tools();
const everyMs = Number(document.documentElement.dataset.live);
let { tag } = document.documentElement.dataset;
const renew = async () => {
  const link = document.getElementById('link');
  try {
    const answer = await fetch(location.pathname, { headers: { 'if-none-match': '"' + tag + '"' } });
    if (answer.status === 304 || !answer.ok) {
      link.textContent = answer.status === 304 ? '' : say('answers', answer.status);
      return;
    }
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const open = new Set(all('details[open]', document).map((one) => one.dataset.key));
    const { value } = document.getElementById('find') ?? { value: '' };
    const isBad = document.getElementById('bad')?.checked ?? false;
    const focused = document.activeElement?.id;
    for (const one of all('details', next)) one.open ||= open.has(one.dataset.key);
    tag = next.documentElement.dataset.tag;
    document.title = next.title;
    for (const name of ['header', 'main', 'footer']) {
      document.querySelector(name).replaceWith(document.adoptNode(next.querySelector(name)));
    }
    tools();
    const find = document.getElementById('find');
    if (find) {
      find.value = value;
      document.getElementById('bad').checked = isBad;
      find.oninput();
    }
    if (focused) document.getElementById(focused)?.focus();
  } catch {
    link.textContent = say('silent');
  }
};
if (everyMs > 0) setInterval(() => document.hidden || renew(), everyMs);
`;
