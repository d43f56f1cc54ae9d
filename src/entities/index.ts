import { Conversation } from './Conversation.js';
import { Fact } from './Fact.js';
import { Image } from './Image.js';
import { Message } from './Message.js';
import { Persona } from './Persona.js';
import { RefreshToken } from './RefreshToken.js';
import { ReplyChunk } from './ReplyChunk.js';
import { Response } from './Response.js';
import { Secret } from './Secret.js';
import { Session } from './Session.js';
import { Survey } from './Survey.js';
import { User } from './User.js';

/** Every table of the house. */
export const entities = [
  User,
  Session,
  RefreshToken,
  Survey,
  Response,
  Persona,
  Image,
  Conversation,
  Message,
  ReplyChunk,
  Fact,
  Secret,
];
