"""Outputs to disk: a last look at what may be published, then one swap per tree."""
