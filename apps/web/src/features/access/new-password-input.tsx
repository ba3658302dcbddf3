import { PasswordInput } from "@mantine/core";
import { t } from "../../words.ts";

export interface NewPasswordInputProps {
  label?: string;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** A password that is chosen. The server judges it, by lists that it keeps itself. */
export function NewPasswordInput({ label = t`Password`, value, error, onChange }: NewPasswordInputProps) {
  return (
    <PasswordInput
      label={label}
      description={t`At least 10 characters; three or four unrelated words do well`}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ "aria-label": t`Show the password` }}
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
