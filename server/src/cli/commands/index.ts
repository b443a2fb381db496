import type { Command } from '../usage/command';
import { catalogCommand } from './catalog';
import { checkCommand } from './checkOptions';
import { completionCommand } from './completion';
import { explainCommand } from './explain';
import { mcpCommand } from './mcp';
import { ticketCommand } from './ticket';

/** All commands, in the order in which help lists them. */
export const commands: readonly Command[] = [
  checkCommand,
  explainCommand,
  ticketCommand,
  catalogCommand,
  mcpCommand,
  completionCommand,
];
