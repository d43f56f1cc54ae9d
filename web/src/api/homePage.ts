/**
 * Surveys on the first page of the Home query. A page that loads the query ahead uses the same number, so
 * that the home page finds the result in the cache.
 */
export const HOME_PAGE_SIZE = 12;
