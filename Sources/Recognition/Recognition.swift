// Speech to text.
