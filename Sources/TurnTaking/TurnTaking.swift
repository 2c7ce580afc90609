// Who speaks when.
