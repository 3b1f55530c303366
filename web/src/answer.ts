// Answers and questions as screens take them: those of the library, and words of the pupil's own.

import type { Answer as Chosen, AskedQuestion } from "boussole-metiers";

export type Answer = Chosen | { words: string[] };

/** Whether the answer is written. */
export const isWritten = (question: AskedQuestion & { is_written?: boolean }): boolean => question.is_written === true;

/** Words, as a text separates them; what holds no letter is none. */
export const wordsOf = (text: string): string[] => text.split(/[,;\n]/).map((word) => word.trim()).filter((word) => /\p{L}/u.test(word));
