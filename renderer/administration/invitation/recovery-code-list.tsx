import styles from './invited.module.css';

/** Recovery codes, this once. */
export function RecoveryCodeList({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul className={styles.codes} data-codes>
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  );
}
