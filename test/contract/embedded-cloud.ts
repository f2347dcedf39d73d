/** Where the embedded AWS is; a suite that needs it fails with a sentence when the runner did not start it. */
export function embeddedCloud() {
  const endpoint = process.env.CROSSDOCK_AWS_ENDPOINT;
  if (!endpoint) {
    throw new Error(
      'CROSSDOCK_AWS_ENDPOINT is not set: run contract tests with npm test, which starts the embedded AWS.',
    );
  }
  return {
    endpoint,
    region: process.env.AWS_REGION ?? 'us-east-1',
    credentials: {
      accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? 'test',
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? 'test',
    },
  };
}
