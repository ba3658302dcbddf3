import { Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import type { NewWorkSplitRound, WorkSplitRound } from "@liftledger/contracts/work-split";
import { addPeriods, periodOf } from "@liftledger/kpis/period";
import { capitalised } from "@liftledger/kpis/within-sentence";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listWhole } from "../../api.ts";
import { Form } from "../../components/form.tsx";
import { formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

/** Asks a team, or everybody, about one of the last weeks. */
export function OpenRoundForm() {
  const organisationId = useOrganisationId();
  const teams = useQuery({
    queryKey: [organisationId, "teams", "in-use"],
    queryFn: ({ signal }) => listWhole(organisationId, "listTeams", { query: { retired: "false" }, signal }),
  }).data?.rows;
  const present = periodOf(today(), "week");
  const weeks = [-1, 0, -2, -3].map((age) => addPeriods(present, age));
  const [team, setTeam] = useState("");
  const [week, setWeek] = useState(weeks[0] ?? present);
  const open = useWrite<NewWorkSplitRound, WorkSplitRound>((client, body, idempotencyKey) =>
    client.call("openWorkSplitRound", { body, idempotencyKey }),
  );
  return (
    <Form onSend={() => open.send({ week, ...(team === "" ? {} : { team }) })}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t`Whom`}
            w={{ base: "100%", xs: 240 }}
            value={team}
            data={[
              { value: "", label: t`Everybody` },
              ...(teams ?? []).map(({ name }) => ({ value: name, label: name })),
            ]}
            onChange={({ currentTarget }) => setTeam(currentTarget.value)}
          />
          <NativeSelect
            label={t`About which week`}
            w={{ base: "100%", xs: 240 }}
            value={week}
            data={weeks.map((value) => ({ value, label: capitalised(formatPeriod(value)) }))}
            onChange={({ currentTarget }) => setWeek(currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={open.pending}>{t`Open a round`}</Button>
        </Group>
        <Text
          size="sm"
          c="dimmed"
        >{t`Whoever is asked finds it on this page. Close it when enough have answered: then the result is told, where three have.`}</Text>
        {open.error !== null && <ProblemAlert what={t`The round was not opened.`} error={open.error} />}
      </Stack>
    </Form>
  );
}
