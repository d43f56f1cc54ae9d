import { Comparison } from './Comparison.js';
import { Conversation } from './Conversation.js';
import { DailyCount } from './DailyCount.js';
import { DataExport, DataExportPiece } from './account/DataExport.js';
import { DataKey } from './DataKey.js';
import { Fact } from './Fact.js';
import { Image } from './Image.js';
import { LostWork } from './LostWork.js';
import { Message } from './Message.js';
import { NormSum } from './NormSum.js';
import { Inbox } from './notifications/Inbox.js';
import { Notification } from './notifications/Notification.js';
import { NotificationDelivery } from './notifications/NotificationDelivery.js';
import { PushSubscription } from './notifications/PushSubscription.js';
import { KeptFields } from './persona/KeptFields.js';
import { Persona } from './Persona.js';
import { PersonaVersion } from './PersonaVersion.js';
import { QuoteReport } from './QuoteReport.js';
import { ReplyChunk } from './ReplyChunk.js';
import { ReleaseSum, Response } from './Response.js';
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
  ReleaseSum,
  DailyCount,
  SelfPortrait,
  Persona,
  PersonaVersion,
  KeptFields,
  Image,
  Comparison,
  Conversation,
  Message,
  ReplyChunk,
  Fact,
  QuoteReport,
  Inbox,
  Notification,
  PushSubscription,
  NotificationDelivery,
  NormSum,
  LostWork,
  Spending,
  DataExport,
  DataExportPiece,
  Secret,
  DataKey,
];
