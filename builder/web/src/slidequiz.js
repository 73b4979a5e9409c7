// Questions on slides, for decks that have any: they stand ready before the deck's own script starts Reveal.

import { followArrows } from "./arrows.js";
import { mountQuizzes } from "./quiz.js";
import { wordsIn } from "./words.js";

mountQuizzes(document.body, { words: wordsIn("lactern-quiz-words") });
followArrows();
