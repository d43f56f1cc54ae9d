/** The same text a number of times, each a little different. */
export const many = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

/** Operations that are wrong as GraphQL, on both transports. */
export const badOperations: [string, string, object | undefined, string][] = [
  ['a syntax error', '{ hello', undefined, 'GRAPHQL_PARSE_FAILED'],
  ['more than 1,000 tokens', `{ ${many(1_100, () => 'hello')} }`, undefined, 'GRAPHQL_PARSE_FAILED'],
  ['ten thousand nested braces', '{node '.repeat(10_000), undefined, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ helo }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
  ['a literal of the wrong type', '{ echo(text: 5) }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a fragment within itself',
    '{ node { ...A } } fragment A on Node { child { ...A } }',
    undefined,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['depth 11', `{ node { ${'child { '.repeat(9)} id ${'} '.repeat(9)} } }`, undefined, 'QUERY_TOO_COMPLEX'],
  [
    'depth 11 within fragments',
    `{ node { ...A } } fragment A on Node { ${'child { '.repeat(9)} id ${'} '.repeat(9)} }`,
    undefined,
    'QUERY_TOO_COMPLEX',
  ],
  ['16 aliases', `{ ${many(16, (n) => `a${n}: hello`)} }`, undefined, 'QUERY_TOO_COMPLEX'],
  [
    'aliases doubled by fragments',
    `{ node { ...A ...A } } fragment A on Node { ${many(8, (n) => `a${n}: id`)} }`,
    undefined,
    'QUERY_TOO_COMPLEX',
  ],
  ['51 directives', `{ ${many(51, () => 'hello @skip(if: false)')} }`, undefined, 'QUERY_TOO_COMPLEX'],
  [
    '51 directives on one fragment',
    `{ node { ${many(51, () => '...A @skip(if: false)')} } } fragment A on Node { id }`,
    undefined,
    'QUERY_TOO_COMPLEX',
  ],
  ['more than 1,000 points', '{ page(first: 100) { id } }', undefined, 'QUERY_TOO_COMPLEX'],
  [
    'more than 1,000 points by a variable',
    'query($n: Int! = 1) { page(first: $n) { id } }',
    { n: 100 },
    'QUERY_TOO_COMPLEX',
  ],
  [
    'more than 1,000 points in one of several fields',
    '{ hello page(first: 1) { id } ... on Query { b: page(first: 99) { id } } }',
    undefined,
    'QUERY_TOO_COMPLEX',
  ],
  [
    'two mutation fields',
    'mutation { a: rename(name: "x") b: rename(name: "y") }',
    undefined,
    'QUERY_TOO_COMPLEX',
  ],
  [
    'two mutation fields in a fragment',
    'mutation { ...A } fragment A on Mutation { a: rename(name: "x") ...B } fragment B on Mutation { b: rename(name: "y") }',
    undefined,
    'QUERY_TOO_COMPLEX',
  ],
];

/** Variables that do not fit. */
export const badVariables: [string, string, object, string][] = [
  ['the wrong type', 'query($v: String!) { echo(text: $v) }', { v: ['hunter2'] }, 'v'],
  ['a missing one', 'query($v: String!) { echo(text: $v) }', {}, 'v'],
  ['null for a non-null one', 'query($v: String!) { echo(text: $v) }', { v: null }, 'v'],
  [
    'an unknown input field',
    'query($v: ThingInput!) { take(input: $v) }',
    { v: { name: 'a', hunter2: 1 } },
    'v',
  ],
  [
    'a missing input field',
    'query($v: ThingInput!) { take(input: $v) }',
    { v: { name: 'a', inner: [{ size: 1 }] } },
    'v.inner[0]',
  ],
  [
    'an unknown enum value',
    'query($v: ThingInput!) { take(input: $v) }',
    { v: { name: 'a', colour: 'hunter2' } },
    'v.colour',
  ],
  [
    'an integer of 2³¹',
    'query($v: ThingInput!) { take(input: $v) }',
    { v: { name: 'a', size: 2 ** 31 } },
    'v.size',
  ],
  [
    'a value that looks like a path',
    'query($v: ThingInput!) { take(input: $v) }',
    { v: { name: 'a', size: ' at "hunter2"; ' } },
    'v.size',
  ],
];
