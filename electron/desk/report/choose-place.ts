import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { DeskReportForm } from '../../../core/contract/desk/report.ts';

/** Where somebody at the desk's own PC wants a file with this name: a dialog of the system asks. Undefined when they want it nowhere. */
export async function choosePlace(name: string, form: DeskReportForm): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: form.toUpperCase(), extensions: [form] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? undefined : filePath;
}
