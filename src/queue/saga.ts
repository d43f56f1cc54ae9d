import type { PersonaStep } from '../entities/Persona.js';
import { illustratePersona, type Job, type SagaStep, synthesizePersona } from './jobs.js';

/**
 * The persona saga: the job that runs each step, in order. A version in progress has the name of its step as
 * its status. A retry, the search for lost steps, the dead letters and their compensation all read this table.
 */
export const personaSaga: Record<PersonaStep, Job<SagaStep>> = {
  SYNTHESIZING: synthesizePersona,
  GENERATING_IMAGE: illustratePersona,
};

/** The names of the steps, in order. */
export const personaSteps = Object.keys(personaSaga) as PersonaStep[];

/** Releases that come days apart for nearly everybody. */
const UNHURRIED = 7;
const PAUSE_SECONDS = 5;

/**
 * Seconds from a release, or from the moment in which the version before it is written, to the beginning of its
 * version. In a rush the releases of this time become one version, and otherwise nobody notices it.
 * @param release its number, from 1
 */
export const pauseBefore = (release: number): number => (release > UNHURRIED ? PAUSE_SECONDS : 0);
