import { Button, Container, Group, Stack, Text, Title } from "@mantine/core";
import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { isWithoutAnswer, problemText } from "../components/problem-text.ts";
import { t } from "../words.ts";

/** What stands where not even who looks could be learned. */
export function StartFailed(props: ErrorComponentProps) {
  return (
    <main>
      <ErrorPage {...props} />
    </main>
  );
}

/** What stands where a page broke: what failed, and a way on. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Container size="sm" py="xl">
      <Stack role="alert" align="flex-start">
        <Title order={1} fz={{ base: 24, sm: 28 }} lh={1.2}>
          {isWithoutAnswer(error) ? t`The server cannot be reached` : t`This page could not be shown`}
        </Title>
        <Text c="dimmed">{problemText(error)}</Text>
        <Group>
          <Button onClick={retry}>{t`Try again`}</Button>
          <Button variant="default" component="a" href="/">{t`Start page`}</Button>
        </Group>
      </Stack>
    </Container>
  );
}

export function NotFoundPage() {
  return (
    <Container size="sm" py="xl">
      <Stack align="flex-start">
        <Title order={1} fz={{ base: 24, sm: 28 }} lh={1.2}>{t`There is no such page`}</Title>
        <Text c="dimmed">{t`The address may be mistyped, or what it named was deleted.`}</Text>
        <Button renderRoot={(props) => <Link to="/" {...props} />}>{t`Start page`}</Button>
      </Stack>
    </Container>
  );
}
