/**
 * The console path of a link the server gives. Links carry filters in the API's dialect (`?filter[state]=issued`), the
 * console's lists read one JSON parameter.
 */
export function consoleLink(link: string): string {
  const [path = '', search = ''] = link.split('?');
  const filter: Record<string, string> = {};
  const rest = new URLSearchParams();
  for (const [key, value] of new URLSearchParams(search)) {
    const name = /^filter\[(.+)\]$/.exec(key)?.[1];
    if (name === undefined) rest.set(key, value);
    else filter[name] = value;
  }
  if (Object.keys(filter).length > 0) rest.set('filter', JSON.stringify(filter));
  const text = rest.toString();
  return text === '' ? path : `${path}?${text}`;
}
