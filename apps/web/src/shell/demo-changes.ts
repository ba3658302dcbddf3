import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { clientOf, organisationsQuery } from "../api.ts";
import { problemText } from "../components/problem-text.ts";

/** Deletes the demo in one click and shows the own organisation. */
export function useDeleteDemo() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => clientOf("default").call("deleteDemo", {}),
    onSuccess: async () => {
      await navigate({ to: "/$organisationId/portfolio", params: { organisationId: "default" } });
      queryClient.removeQueries({ queryKey: ["demo"] });
      await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey });
    },
    onError: (error) => showFailure("The demo could not be deleted", error),
  });
}

/** Makes the demo anew and shows it. */
export function useCreateDemo() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => clientOf("default").call("createDemo", {}),
    onSuccess: async ({ organisationId }) => {
      queryClient.removeQueries({ queryKey: [organisationId] });
      await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey });
      await navigate({ to: "/$organisationId/portfolio", params: { organisationId } });
    },
    onError: (error) => showFailure("The demo could not be made", error),
  });
}

function showFailure(title: string, error: unknown): void {
  notifications.show({
    title,
    message: problemText(error),
    color: "red",
    closeButtonProps: { "aria-label": "Close this message" },
  });
}
