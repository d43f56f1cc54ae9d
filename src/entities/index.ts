import { Comparison } from './Comparison.js';
import { Conversation } from './Conversation.js';
import { DailyCount } from './DailyCount.js';
import { DataKey } from './DataKey.js';
import { Fact } from './Fact.js';
import { Image } from './Image.js';
import { LostWork } from './LostWork.js';
import { Message } from './Message.js';
import { NormSum } from './NormSum.js';
import { Persona } from './Persona.js';
import { PersonaVersion } from './PersonaVersion.js';
import { QuoteReport } from './QuoteReport.js';
import { ReplyChunk } from './ReplyChunk.js';
import { Response } from './Response.js';
import { Secret } from './Secret.js';
import { SelfPortrait } from './SelfPortrait.js';
import { RefreshToken, Session } from './Session.js';
import { Spending } from './Spending.js';
import { Survey } from './Survey.js';
import { User } from './User.js';

/** Every table of the database. */
export const entities = [
  User,
  Session,
  RefreshToken,
  Survey,
  Response,
  DailyCount,
  SelfPortrait,
  Persona,
  PersonaVersion,
  Image,
  Comparison,
  Conversation,
  Message,
  ReplyChunk,
  Fact,
  QuoteReport,
  NormSum,
  LostWork,
  Spending,
  Secret,
  DataKey,
];
