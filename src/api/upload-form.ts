/** What one upload may be: nothing else is accepted under the form. */
export interface UploadFormRequest {
  readonly key: string;
  readonly contentType: string;
  readonly minimumBytes: number;
  readonly maximumBytes: number;
  /** Kept with the object and read by whoever takes it in. */
  readonly correlationId: string;
  readonly seconds: number;
}

/** The port that signs a form with which its holder posts one file to the landing bucket. */
export interface UploadForms {
  sign(
    request: UploadFormRequest,
  ): Promise<{ readonly url: string; readonly fields: Record<string, string> }>;
}
