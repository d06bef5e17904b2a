using Minato.Cli.Verbs;

namespace Minato.Tests.Cli.Verbs;

public sealed class LinkRequestTests
{
    [Fact]
    public void No_name_means_both()
    {
        LinkRequest request = Read();
        Assert.True(request.Ss && request.Netstat);
    }

    [Fact]
    public void One_name_means_that_one()
    {
        LinkRequest request = Read("netstat");
        Assert.True(request.Netstat && !request.Ss);
    }

    [Theory]
    [InlineData("--exact", "minato-exact")]
    [InlineData("--exact=1", "minato-exact")]
    [InlineData("--exact=newest", "minato-exact")]
    [InlineData("--exact=6.1", "minato-exact-6.1")]
    [InlineData("--exact=6.15", "minato-exact-6.15")]
    [InlineData("--exact=7.3", "minato-exact-7.3")]
    [InlineData("--exact=auto", "minato-exact-auto")]
    public void A_release_becomes_the_name_of_a_link(string word, string link) => Assert.Equal(link, Read(word).ExactLink);

    [Theory]
    [InlineData("--dir", "/x")]
    [InlineData("--dir=/x")]
    public void A_directory_is_taken_glued_or_apart(params string[] words) => Assert.Equal("/x", Read(words).Folder);

    [Theory]
    [InlineData("there are 6.1, 6.15, 7.3", "--exact=5.0")]
    [InlineData("there are 6.1, 6.15, 7.3", "--exact=")]
    [InlineData("--exact=6.1", "--exact", "6.1")]
    [InlineData("did you mean --exact?", "--exakt")]
    [InlineData("has no option -x", "-x")]
    [InlineData("\"sss\"", "sss")]
    [InlineData("--dir needs a directory", "--dir")]
    [InlineData("--dir needs a directory", "--dir=")]
    [InlineData("leave --exact out", "--undo", "--exact")]
    [InlineData("only netstat was named", "netstat", "--exact")]
    public void Wrong_words_are_named_together_with_the_right_ones(string said, params string[] words) =>
        Assert.Contains(said, LinkRequest.Read(words, out _), System.StringComparison.Ordinal);

    private static LinkRequest Read(params string[] words)
    {
        Assert.Null(LinkRequest.Read(words, out LinkRequest request));
        return request;
    }
}
