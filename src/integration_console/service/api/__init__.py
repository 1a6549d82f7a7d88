"""The service's API under `/api/v1`: one file per subject, over the same operations as everything else."""
