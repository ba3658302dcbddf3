import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { clientOf, organisationsQuery } from "../api.ts";

/** Every change of the demo carries this key, so that the frame can say when one failed. */
export const demoChangeKey = ["demo-change"];

/** Deletes the demo in one click and shows the own organisation. */
export function useDeleteDemo() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationKey: demoChangeKey,
    mutationFn: () => clientOf("default").call("deleteDemo", {}),
    onSuccess: async () => {
      await navigate({ to: "/$organisationId/portfolio", params: { organisationId: "default" } });
      queryClient.removeQueries({ queryKey: ["demo"] });
      await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey });
    },
  });
}

/** Makes the demo anew and shows it. */
export function useCreateDemo() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationKey: demoChangeKey,
    mutationFn: () => clientOf("default").call("createDemo", {}),
    onSuccess: async ({ organisationId }) => {
      queryClient.removeQueries({ queryKey: [organisationId] });
      await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey });
      await navigate({ to: "/$organisationId/portfolio", params: { organisationId } });
    },
  });
}
