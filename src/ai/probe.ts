import type { Logger } from 'pino';
import type { Endpoint, ModelSettings } from '../modelSettings.js';
import type { ModelRole } from '../telemetry/workMetrics.js';
import { openAiClient } from './openai/client.js';
import { type Deadlines, startDeadlines } from './openai/deadlines.js';
import { toUpstreamError } from './openai/errors.js';
import { isMissingEndpoint, refusalDetails, refusalOf } from './openai/refusals.js';
import { OpenAiModerator } from './openai/moderator.js';
import { type Ai, UpstreamError } from './ports.js';

/** What a probe found out about one role. */
export interface RoleReport {
  role: ModelRole;
  /** Null: the role is done on this machine. */
  model: string | null;
  /** What an operator should know, in one sentence without addresses and keys; null if all is well. */
  warning: string | null;
}

const PROBE_MS = 5_000;
const LONGEST_LIST_BYTES = 4 * 1024 * 1024;
const WARN_DAYS = 120;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A provider's list of models: the day on which each will be shut down, or null. */
type ModelList = Map<string, Date | null>;

/** A time as seconds or as a date in text. OpenAI's list has `shutdown_date`. */
function dateOf(value: unknown): Date | null {
  const date =
    typeof value === 'number' ? new Date(value * 1000) : typeof value === 'string' ? new Date(value) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}

/** @returns null if the provider has no list of models */
async function readModels(endpoint: Endpoint, { signal }: Deadlines): Promise<ModelList | null> {
  try {
    const list: ModelList = new Map();
    const page = await openAiClient(endpoint, LONGEST_LIST_BYTES).models.list({ signal });
    const models: unknown = page.data;
    // Not every server that says "list" sends one.
    if (!Array.isArray(models)) return null;
    for (const model of models as ({ id?: unknown; shutdown_date?: unknown } | null)[])
      if (typeof model?.id === 'string') list.set(model.id, dateOf(model.shutdown_date));
    return list.size === 0 ? null : list;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== null && isMissingEndpoint(refusalDetails(refusal))) return null;
    throw error;
  }
}

/** Ollama lists `qwen3:latest` for `qwen3`, Gemini `models/gemini-…`. */
const findModel = (list: ModelList, model: string): string | undefined =>
  [model, `${model}:latest`, `models/${model}`].find((name) => list.has(name));

function warningOf(list: ModelList | null, model: string, now: Date): string | null {
  if (list === null) return null;
  const name = findModel(list, model);
  if (name === undefined) {
    const some = [...list.keys()].slice(0, 5).join(', ');
    return `The provider does not list the model ${model}. It lists ${list.size}, for example ${some}.`;
  }
  const end = list.get(name) ?? null;
  if (end === null || end.getTime() - now.getTime() > WARN_DAYS * DAY_MS) return null;
  const day = end.toISOString().slice(0, 10);
  return end <= now
    ? `The provider shut down the model ${model} on ${day}. Choose another one.`
    : `The provider will shut down the model ${model} on ${day}. Choose another one before.`;
}

/** Lists are read once for all roles at the same endpoint. */
function modelLists() {
  const lists = new Map<string, Promise<ModelList | null>>();
  return (endpoint: Endpoint, deadlines: Deadlines): Promise<ModelList | null> => {
    const key = JSON.stringify(endpoint);
    const known = lists.get(key) ?? readModels(endpoint, deadlines);
    lists.set(key, known);
    return known;
  };
}

const NO_MODERATION = 'The provider has no moderation endpoint, so the local word list moderates.';

const FAILING = 'The provider fails. Calls wait until it answers.';

/**
 * The warnings, with which providers fail now, and who moderates: the provider's endpoint may have gone or come back since
 * the probe.
 */
export const currentWarnings = (
  reports: readonly RoleReport[],
  { moderator, ...ai }: Ai,
): Pick<RoleReport, 'role' | 'warning'>[] =>
  reports.map(({ role, warning }) => {
    if (ai.isFailing(role)) return { role, warning: FAILING };
    if (role !== 'moderation' || !(moderator instanceof OpenAiModerator)) return { role, warning };
    const other = warning === NO_MODERATION ? null : warning;
    return { role, warning: moderator.isMissing ? NO_MODERATION : other };
  });

/**
 * Finds out, free of charge and within 5 s, what the configured providers can do: lists their models, and has one
 * harmless word moderated. Never throws.
 */
export async function probeModels(
  models: ModelSettings,
  { moderator }: Ai,
  log: Logger,
): Promise<RoleReport[]> {
  using deadlines = startDeadlines({ signal: new AbortController().signal, totalMs: PROBE_MS });
  const listOf = modelLists();
  const sentence = (error: unknown): string => {
    const failure = toUpstreamError(error, deadlines);
    if (failure instanceof UpstreamError) return failure.message;
    // Whatever a provider sends must not end the start.
    log.error({ error: failure }, 'probe failed');
    return 'The answer of the provider could not be read.';
  };
  const writer = async (role: RoleReport['role'], one: { endpoint: Endpoint; model: string }) => ({
    role,
    model: one.model,
    warning: await listOf(one.endpoint, deadlines).then(
      (list) => warningOf(list, one.model, new Date()),
      sentence,
    ),
  });
  const local = (role: RoleReport['role'], warning: string | null): RoleReport => ({
    role,
    model: null,
    warning,
  });
  const moderation = async (): Promise<RoleReport> => {
    if (models.moderation === null) return local('moderation', null);
    const { model } = models.moderation;
    const warning = await moderator.review('Hello', deadlines.signal).then(() => null, sentence);
    return moderator instanceof OpenAiModerator && moderator.isMissing
      ? local('moderation', NO_MODERATION)
      : { role: 'moderation', model, warning };
  };
  const reports = await Promise.all([
    writer('text', models.text),
    writer('chat', models.chat),
    models.image === null ? local('image', null) : writer('image', models.image),
    moderation(),
  ]);
  for (const { role, model, warning } of reports)
    if (warning !== null) log.warn({ role, model, warning }, 'model provider');
  return reports;
}
