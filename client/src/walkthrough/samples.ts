import {
  commands,
  Disposable,
  languages,
  Selection,
  window,
  workspace,
  type TextDocument,
  type TextDocumentShowOptions,
  type ViewColumn,
} from 'vscode';
import { sampleTexts, type SampleName } from './sampleTexts';

/**
 * The samples of the walkthrough, in unsaved documents: they can be changed, and nothing reaches the disk. Once nothing is
 * wrong any more with a sample that was edited, sets the context key `apiResponse.sampleFixed`, which completes a step.
 */
export class Samples implements Disposable {
  private readonly opened = new Map<SampleName, TextDocument>();
  /** The sample that has findings. */
  private faulty: TextDocument | undefined;
  private readonly subscription = languages.onDidChangeDiagnostics(() => this.noteFix());

  /** Shows a sample with the cursor in the first occurrence of `text`; the same document as long as that is open. */
  async show(name: SampleName, text: string): Promise<void> {
    const document = await this.open(name);
    const offset = document.getText().indexOf(text);
    const position = document.positionAt(offset < 0 ? 0 : offset + 1);
    const options: TextDocumentShowOptions = { preview: false, selection: new Selection(position, position) };
    const column = this.columnFor(document);
    await window.showTextDocument(document, column === undefined ? options : { ...options, viewColumn: column });
  }

  /** Where the document is visible, otherwise where another sample is: beside the walkthrough. */
  private columnFor(document: TextDocument): ViewColumn | undefined {
    const samples = [document, ...this.opened.values()];
    const [editor] = samples.flatMap((sample) => window.visibleTextEditors.filter((each) => each.document === sample));
    return editor?.viewColumn;
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async open(name: SampleName): Promise<TextDocument> {
    const known = this.opened.get(name);
    if (known && !known.isClosed) {
      return known;
    }
    const document = await workspace.openTextDocument({ language: 'json', content: sampleTexts[name] });
    this.opened.set(name, document);
    return document;
  }

  private noteFix(): void {
    const { faulty } = this;
    if (faulty && !faulty.isClosed && isEdited(faulty) && !hasFindings(faulty)) {
      void commands.executeCommand('setContext', 'apiResponse.sampleFixed', true);
    }
    this.faulty = [...this.opened.values()].find((document) => !document.isClosed && hasFindings(document));
  }
}

/** Findings go without an edit as well, such as when the server is restarted. */
function isEdited(document: TextDocument): boolean {
  return !Object.values<string>(sampleTexts).includes(document.getText().replaceAll('\r\n', '\n'));
}

function hasFindings({ uri }: TextDocument): boolean {
  return languages.getDiagnostics(uri).some(({ source }) => source === 'api-response');
}
