/**
 * What CloudFront runs before it looks for a file: the address of a page of the console is answered with the console,
 * which knows the page; what is asked of `/assets/` and the files beside it are themselves.
 */
export const deepLinks = `function handler(event) {
  var request = event.request;
  if (!/^\\/(?:assets\\/|[\\w.-]+\\.\\w+$)/.test(request.uri)) request.uri = '/index.html';
  return request;
}
`;
