import { FileSpreadsheet, FileText, Printer, Sheet } from 'lucide';
import { useEffect, useId, useState } from 'react';
import type { DeskReportForm, DeskReports } from '../../../core/contract/desk/report.ts';
import { monthName } from '../../../core/domain/report/value-name.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { worthSayings } from '../../words/worth-words.ts';
import { useStaff } from '../use-staff.ts';
import { Choice } from './choice.tsx';
import styles from './report-part.module.css';

/** As what a report can be saved, the one that most people want first. */
const FORMS = [
  ['pdf', FileText],
  ['xlsx', FileSpreadsheet],
  ['csv', Sheet],
] as const;

/** The report of a month, to be saved or printed: what may be told to others. */
export function ReportPart() {
  const { language } = useStaff();
  const say = worthSayings(language);
  const title = useId();
  const [months, setMonths] = useState<DeskReports['months']>();
  const [chosen, choose] = useState<{ readonly month?: string; readonly audience?: string }>({});
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    // A refusal is main's to log; there is then no report to choose.
    kiosk.invoke('report:list', {}).then(
      (found) => setMonths(found.months),
      () => setMonths([]),
    );
  }, []);
  if (months === undefined) return null;
  const month = months.find((each) => each.month === chosen.month) ?? months[0];
  const audience = month?.audiences.find((each) => each.audience === chosen.audience) ?? month?.audiences[0];
  const make = async (form: DeskReportForm | 'print') => {
    if (month === undefined || audience === undefined || busy) return;
    const wanted = { month: month.month, audience: audience.audience, language };
    setBusy(true);
    setSaid(say('report.making'));
    const result = await (form === 'print'
      ? kiosk.invoke('report:print', wanted)
      : kiosk.invoke('report:save', { ...wanted, form })
    ).catch(() => 'failed' as const);
    setSaid(say(`report.results.${result}`));
    setBusy(false);
  };
  return (
    <section className={styles.report} aria-labelledby={title} data-report>
      <div>
        <h2 id={title}>{say('report.title')}</h2>
        <p>{say(month === undefined ? 'report.none' : 'report.lead')}</p>
      </div>
      {month !== undefined && audience !== undefined && (
        <>
          <div className={styles.choices}>
            <Choice
              label={say('report.month')}
              value={month.month}
              options={months.map((each) => [each.month, monthName(each.month, language)])}
              choose={(wanted) => choose({ ...chosen, month: wanted })}
            />
            <Choice
              label={say('report.whom')}
              value={audience.audience}
              options={month.audiences.map((each) => [each.audience, each.name || say('report.desk')])}
              choose={(wanted) => choose({ ...chosen, audience: wanted })}
            />
          </div>
          <div className={styles.ways}>
            {FORMS.map(([form, icon]) => (
              <Button
                key={form}
                icon={icon}
                label={say('report.save', { form: form.toUpperCase() })}
                done={busy}
                onPress={() => void make(form)}
              />
            ))}
            <Button
              icon={Printer}
              label={say('report.print')}
              done={busy}
              onPress={() => void make('print')}
            />
          </div>
        </>
      )}
      <p role="status" className={styles.said}>
        {said}
      </p>
    </section>
  );
}
