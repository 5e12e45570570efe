// Pointing at a fact shows its words, pointing at words shows their facts. Without this script the
// links between both do the same, one at a time.
"use strict";

const facts = new Map();
for (const fact of document.querySelectorAll(".fact")) facts.set(fact.dataset.fact, fact);

const words = new Map();
for (const piece of document.querySelectorAll(".proof")) {
  for (const name of piece.dataset.facts.split(" ")) {
    if (!words.has(name)) words.set(name, []);
    words.get(name).push(piece);
  }
}

function clear() {
  for (const shown of document.querySelectorAll(".shown")) shown.classList.remove("shown");
}

function show(names) {
  clear();
  for (const name of names) {
    facts.get(name)?.classList.add("shown");
    for (const piece of words.get(name) ?? []) piece.classList.add("shown");
  }
}

function isSeen(element) {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= window.innerHeight;
}

function namesOf(target) {
  const piece = target.closest(".proof");
  if (piece) return piece.dataset.facts.split(" ");
  const fact = target.closest(".fact");
  return fact ? [fact.dataset.fact] : null;
}

for (const event of ["pointerover", "focusin"]) {
  document.addEventListener(event, ({ target }) => {
    const names = target instanceof Element ? namesOf(target) : null;
    if (names) show(names);
  });
}
for (const event of ["pointerout", "focusout"]) {
  document.addEventListener(event, ({ target }) => {
    if (target instanceof Element && namesOf(target)) clear();
  });
}

// A chosen fact brings its words into view where they are not, and chosen words their fact.
document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  const piece = event.target.closest(".proof");
  const link = event.target.closest(".to-words");
  if (!piece && !link) return;
  const names = namesOf(event.target);
  const there = piece ? facts.get(names[0]) : words.get(names[0])?.[0];
  if (!there) return;
  event.preventDefault();
  if (!isSeen(there)) there.scrollIntoView({ block: "center" });
  show(names);
  there.focus({ preventScroll: true });
  history.replaceState(null, "", piece ? `#${names[0]}` : `#words-${names[0]}`);
});
