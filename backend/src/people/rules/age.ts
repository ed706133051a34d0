/**
 * Full years on a day; both 'YYYY-MM-DD', dates in China. Somebody born on 29 February is a year older on 1 March of a
 * common year (民法典 art 201: the day itself does not count, so the age is reached when the birthday begins).
 */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
