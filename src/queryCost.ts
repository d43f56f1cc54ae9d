import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';

/**
 * What an operation costs, in points, before it runs. A point is a small row or a hundred values of the
 * response; a statement is about ten points.
 *
 * Every value costs VALUE_POINTS. Fields that read rows and all lists declare more as their `complexity`. A
 * field inside a list shares its statements with the others there, so it costs only its rows. A field that an
 * operation can repeat under many aliases, such as a row by id, costs its statements.
 */
export const MAX_POINTS = 1_000;
export const VALUE_POINTS = 0.01;

/** The longest page of a connection. */
export const MAX_PAGE = 100;

type Cost = (field: ComplexityEstimatorArgs) => number;

/**
 * The cost of a list without paging arguments.
 * @param items the usual length of a long list
 * @param toRead points for reading the list as a whole
 */
export const listOf =
  (items: number, toRead = 0): Cost =>
  ({ childComplexity }) =>
    toRead + items * (VALUE_POINTS + childComplexity);

/**
 * The cost of a connection: its selection for every item of the page. The size is that of `first` or `last`,
 * within the limits of a page, because the resolver rejects any other.
 * @param perItem points for reading one row
 * @param toRead points for reading a page of any size
 * @param defaultSize size of a page without arguments, unless the schema has a default
 */
export const pageOf =
  (perItem: number, toRead: number, defaultSize = MAX_PAGE): Cost =>
  ({ args: { first, last }, childComplexity }) => {
    const size = Number(first ?? last ?? defaultSize);
    return toRead + Math.min(Math.max(size, 1), MAX_PAGE) * (perItem + childComplexity);
  };

/** The cost of the edges of a connection, whose number its field already counts. */
export const edgesOfPage = listOf(1);
