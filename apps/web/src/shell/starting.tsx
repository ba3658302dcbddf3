import { PageHeaderSkeleton } from "../components/page-header.tsx";
import classes from "./frame.module.css";
import { t } from "../words.ts";

/** The places of the frame while it is not known yet who looks. */
export function Starting() {
  return (
    <>
      <header className={classes.header} />
      <div className={classes.navigation} />
      <main className={classes.main} aria-busy="true">
        <PageHeaderSkeleton title={t`Loading`} waiting />
      </main>
    </>
  );
}
