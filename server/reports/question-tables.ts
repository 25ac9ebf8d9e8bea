/**
 * A question as its device told of it last. `logged` is the hour (UTC) in which it was logged, `month` the one in which it is told of,
 * `body` what was told (JSON), or null when it was taken back.
 */
export type QuestionRow = {
  readonly device: string;
  readonly id: string;
  readonly library: string;
  readonly branch: string;
  readonly logged: string;
  readonly month: string;
  readonly revision: number;
  readonly body: string | null;
  readonly received_at: string;
};

/** How many questions of a branch and a month have a value of a variable. */
export type QuestionCountRow = {
  readonly library: string;
  readonly branch: string;
  readonly month: string;
  readonly variable: string;
  readonly value: string;
  readonly number: number;
};

/** What is told of a month (`Publication` as JSON), made once. */
export type PublicationRow = {
  readonly library: string;
  readonly month: string;
  readonly made_at: string;
  readonly told: string;
};

/** How often something happened at the kiosks of a library, as far as it was told of in some month. */
export type UseToldRow = {
  readonly library: string;
  readonly type: string;
  readonly body: string;
  readonly number: number;
};

/** The newest month of which devices of a library were told, when this store knows nothing of it. */
export type ToldBeforeRow = { readonly library: string; readonly month: string };

/** The tables of questions and reports. */
export type QuestionTables = {
  readonly questions: QuestionRow;
  readonly question_counts: QuestionCountRow;
  readonly publications: PublicationRow;
  readonly use_told: UseToldRow;
  readonly told_before: ToldBeforeRow;
};
