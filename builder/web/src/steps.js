// The steps of a slide, in the order in which Reveal.js shows them.

/**
 * Steps with a number of their own come first, those of one number together; the others follow one by one.
 * @param {Element} slide @returns {Element[][]}
 */
export function stepsOf(slide) {
  /** @type {Element[][]} */
  const numbered = [];
  /** @type {Element[][]} */
  const others = [];
  for (const step of slide.querySelectorAll(".fragment")) {
    const number = step.getAttribute("data-fragment-index");
    if (number === null) others.push([step]);
    else (numbered[Number(number)] ??= []).push(step);
  }
  return [...numbered.filter(Boolean), ...others];
}

/**
 * Shows a slide as it stands at a step; at -1 none of its steps is shown yet. Answers of questions open and close with theirs:
 * `turned` is told of each step that changed.
 * @param {Element[][]} steps @param {number} at @param {(step: Element, shown: boolean) => void} [turned]
 */
export function showSteps(steps, at, turned = () => undefined) {
  steps.forEach((group, index) => {
    for (const step of group) {
      const wanted = index <= at;
      if (step.classList.contains("visible") !== wanted) turned(step, wanted);
      step.classList.toggle("visible", wanted);
      step.classList.toggle("current-fragment", index === at);
    }
  });
}
