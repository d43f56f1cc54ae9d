import type { ItemAnswers } from './itemAnswers.js';

/** Mean absolute error of a prediction over the answered items, in points. NaN if none was predicted. */
export function meanError(answers: ItemAnswers, predicted: ItemAnswers): number {
  const errors = Object.entries(answers).flatMap(([id, answer]) => {
    const prediction = predicted[id];
    return prediction === undefined ? [] : [Math.abs(answer - prediction)];
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}
