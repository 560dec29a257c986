"""What others encoded or listed comes into an edition: one form of source per module, the run in `importing`."""
