/** Keys of tags that every registration sets itself. */
export const reservedTags: readonly string[] = ["model_uuid", "model_type", "is_baseline"];

/** Keys of tags that the registration of an improved model sets itself. */
export const reservedImprovedTags: readonly string[] = [
  ...reservedTags,
  "baseline_model_id",
  "contributor",
];

/** Matches keys of tags that are Modelwire's or MLflow's, whatever is registered. */
export const reservedTagSpace = /^(modelwire|mlflow\.prompt)\./;
