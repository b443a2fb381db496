import { Message, type MessageStrategy } from 'vscode-languageserver';

/** Holds back what a client sends while it is closed, answers excepted. Then it is handled, in its order. */
export class MessageGate implements MessageStrategy {
  private held: (() => void)[] | undefined;

  constructor(private readonly strategy: MessageStrategy) {}

  handleMessage(message: Message, next: (message: Message) => void | Promise<void>): void | Promise<void> {
    const { held, strategy } = this;
    return held && !Message.isResponse(message)
      ? new Promise((resolve) => held.push(() => resolve(strategy.handleMessage(message, next))))
      : strategy.handleMessage(message, next);
  }

  close(): void {
    this.held ??= [];
  }

  open(): void {
    const held = this.held ?? [];
    this.held = undefined;
    held.forEach((handle) => handle());
  }
}
